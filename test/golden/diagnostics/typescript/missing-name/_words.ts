export const welcome = 'Welcome.';
