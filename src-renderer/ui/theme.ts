import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { dark, light, type Tokens } from './tokens.ts';

/** Ten steps around the accent; 8 is the light theme's accent, 3 the dark one's. */
const steel: MantineColorsTuple = [
  '#e9f4fb',
  '#d3e7f4',
  '#a5cfe8',
  '#6db9e6',
  '#4ea3d6',
  '#368fc4',
  '#237fb5',
  '#166fa3',
  '#0b5f8f',
  '#064a72',
];

const SANS = 'system-ui, "Segoe UI", -apple-system, Ubuntu, Cantarell, "Noto Sans", sans-serif';
const MONO =
  'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Ubuntu Mono", "DejaVu Sans Mono", monospace';

export const theme = createTheme({
  primaryColor: 'steel',
  primaryShade: { light: 8, dark: 3 },
  colors: { steel },
  defaultRadius: 6,
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '0.9375rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.42', lg: '1.3', xl: '1.25' },
  respectReducedMotion: true,
  cursorType: 'default',
  focusRing: 'auto',
});

/** Our roles as variables, and Mantine's own names pointing at them. */
function variables(tokens: Tokens): Record<`--${string}`, string> {
  const own = Object.entries(tokens).map(([role, value]) => [`--${role}`, value] as const);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens['text-3'],
    '--mantine-color-placeholder': tokens['text-3'],
    '--mantine-color-error': tokens.danger,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.sunken,
    '--mantine-color-default-color': tokens.text,
    '--mantine-color-default-border': tokens['line-strong'],
    '--mantine-color-disabled': tokens.sunken,
    '--mantine-color-disabled-color': tokens['text-3'],
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-primary-color-contrast': tokens['on-accent'],
  };
}

export const resolver: CSSVariablesResolver = () => ({
  variables: { '--font': SANS, '--mono': MONO },
  light: variables(light),
  dark: variables(dark),
});
