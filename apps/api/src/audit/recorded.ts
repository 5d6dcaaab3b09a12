import { SetMetadata } from '@nestjs/common';

/** Under which it is kept on a handler that it is on record without the interceptor. */
export const RECORDED_ITSELF = 'huiyin:recorded-itself';

/** The route puts itself on record, in the transaction of what it does: on the audit, or, for what comes in, on the ledger. */
export const RecordedItself = () => SetMetadata(RECORDED_ITSELF, true);
