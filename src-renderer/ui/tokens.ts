/** Colours by role (design §3). Each pair was measured: text roles reach at least 4.5:1 on every surface. */
export interface Tokens {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly raised: string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly text: string;
  readonly 'text-2': string;
  readonly 'text-3': string;
  readonly accent: string;
  readonly 'accent-bg': string;
  readonly 'on-accent': string;
  readonly ok: string;
  readonly 'ok-bg': string;
  readonly warn: string;
  readonly 'warn-bg': string;
  readonly danger: string;
  readonly 'danger-bg': string;
  readonly shade: string;
  readonly shadow: string;
}

export const light: Tokens = {
  bg: '#f3f4f6',
  surface: '#ffffff',
  sunken: '#edeff2',
  raised: '#ffffff',
  line: '#dfe3e8',
  'line-strong': '#7c8793',
  text: '#14191e',
  'text-2': '#47525d',
  'text-3': '#5c6772',
  accent: '#0b5f8f',
  'accent-bg': '#e2eff7',
  'on-accent': '#ffffff',
  ok: '#1a6b3b',
  'ok-bg': '#e3f2e8',
  warn: '#875100',
  'warn-bg': '#fbefd6',
  danger: '#b3261e',
  'danger-bg': '#fbe8e6',
  shade: 'rgb(20 25 30 / 0.42)',
  shadow: '0 1px 2px rgb(20 25 30 / 0.06), 0 8px 24px rgb(20 25 30 / 0.12)',
};

export const dark: Tokens = {
  bg: '#0f1317',
  surface: '#151a1f',
  sunken: '#1d232a',
  raised: '#212830',
  line: '#2a323a',
  'line-strong': '#717d89',
  text: '#e3e8ec',
  'text-2': '#b1bbc4',
  'text-3': '#97a2ad',
  accent: '#6db9e6',
  'accent-bg': '#15303f',
  'on-accent': '#06202f',
  ok: '#6dc58b',
  'ok-bg': '#16291d',
  warn: '#e6b153',
  'warn-bg': '#2d2513',
  danger: '#ff938a',
  'danger-bg': '#381d1c',
  shade: 'rgb(0 0 0 / 0.6)',
  shadow: '0 1px 2px rgb(0 0 0 / 0.4), 0 10px 30px rgb(0 0 0 / 0.5)',
};
