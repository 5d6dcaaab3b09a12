// breaks: nothing
import { Subject } from 'rxjs';

export const outside = new Subject<string>();
