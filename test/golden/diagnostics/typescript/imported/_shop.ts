/** Where to buy. */
export const shop = { title: 'The shop', url: 'shop.example.com' } as const;
