// breaks: nothing
export const collect = 'collect';
