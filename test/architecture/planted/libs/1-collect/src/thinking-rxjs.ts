// breaks: thinking-knows-no-framework
import { Subject } from 'rxjs';

export const subject = new Subject<string>();
