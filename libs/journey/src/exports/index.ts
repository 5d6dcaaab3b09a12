export { CSV_MARK, csvLine, harmless, type CellValue } from './csv.js';
export {
  EXPORT_FORMAT_NAMES,
  EXPORT_FORMATS,
  exportFeedback,
  type Export,
  type ExportFormat,
} from './export-feedback.js';
