import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ask } from '../../api/client';
import { useTexts } from './texts';

/** One cluster, found by its name. */
export function ClusterChoice(props: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const { value, onChange } = props;
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = { limit: 20, ...(q ? { q } : {}) };
  const { data } = useQuery({ ...ask('/api/v1/clusters', { query }), placeholderData: keepPreviousData });
  const { data: chosen } = useQuery({
    ...ask('/api/v1/clusters/{id}', { path: { id: value ?? '' } }),
    enabled: !!value,
  });
  const found = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const own = chosen && !found.some((one) => one.value === chosen.id) ? [{ value: chosen.id, label: chosen.name }] : [];
  return (
    <label>
      {t('cluster')}
      <Select<string>
        aria-label={t('cluster')}
        placeholder={t('clusterHint')}
        value={value ?? null}
        showSearch
        filterOption={false}
        allowClear
        options={[...own, ...found]}
        onSearch={setTyped}
        onChange={(id) => onChange(id || undefined)}
      />
    </label>
  );
}
