import type { QueryClient } from '@tanstack/react-query';

/** Asks again for what stands on the screen of the board. */
export async function refreshBoard(client: QueryClient): Promise<void> {
  const keys = ['/api/v1/board/submissions', '/api/v1/board/posts', '/api/v1/board/settings'];
  await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
