import type { Got } from '../../../api/client';
import { useNames } from '../../../parts/names';
import { useTexts } from './texts';

/** Where templates are. */
export const TEMPLATES = '/api/v1/templates';
/** A template in use; version 0 is the default. */
export type Template = Got<typeof TEMPLATES>[number];

/** What a template is for, in words. */
export function useTemplateName(): (template: Pick<Template, 'purpose' | 'kind' | 'language'>) => string {
  const t = useTexts();
  const names = useNames();
  return ({ purpose, kind, language }) =>
    `${t(purpose)} · ${kind === 'any' ? t('any') : names.kind(kind)} · ${t(language)}`;
}

/** The texts of a template, as they are written. */
export interface Written {
  readonly subject: string;
  readonly body: string;
  readonly html?: string | null;
  readonly sms?: string | null;
}
