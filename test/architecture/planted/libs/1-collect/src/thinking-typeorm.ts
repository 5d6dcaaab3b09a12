// breaks: thinking-knows-no-framework
import type { DataSource } from 'typeorm';

export type Source = DataSource;
