// breaks: stages-never-import-each-other
import { analyze } from '@huiyin/analyze';

export const next = analyze;
