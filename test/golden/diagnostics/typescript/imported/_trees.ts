const by = 'Ada\nLovelace';
export const ash = { title: 'Ash', url: 'https://example.com/ash', by };
export const others = [{ title: '', url: 'https://example.com/fir' }];
export const address = 'sms:+49123';
