export default { title: 'Oak', url: 'https://example.com', nots: 'A fine wood.' };
