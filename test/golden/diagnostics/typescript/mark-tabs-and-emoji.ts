import { defineIssue, intro, signOff } from 'galley';

export default defineIssue({
	number: 7, date: '2026-11-02', /* 👋 */ subject: '🪑'.repeat(3), preheader: '',
	sections: [
		intro({ greeting: '👩‍🌾', body: '👨‍👩‍👧 日本 [a	link](link	) — naïve 🔥 [b](b)' }),
		signOff({ body: '🪑', /* é */ heding: '🔥' }),
	],
});
