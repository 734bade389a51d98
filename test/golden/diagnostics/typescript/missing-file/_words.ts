export const welcome = 'Welcome.';
export const bye = 'Bye.';
