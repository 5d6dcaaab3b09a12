import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApi } from './open-api.js';

interface Operation {
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>;
}

/** The text of libs/client/src/schema.ts: the types of every operation, for the client. Examples and single errors stay in the document. */
export async function clientSchema(): Promise<string> {
  const document = JSON.parse(await openApi()) as { paths: Record<string, Record<string, Operation>> };
  for (const { requestBody, responses } of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const status of Object.keys(responses)) if (/^[45]/.test(status)) delete responses[status];
    const bodies = [requestBody, ...Object.values(responses)];
    for (const media of bodies.flatMap((body) => Object.values(body?.content ?? {}))) delete media.example;
  }
  const types = astToString(await openapiTS(document as unknown as OpenAPI3));
  return `// Generated from docs/openapi.json by \`npm run generate\`; do not edit.\n\n${types}`;
}
