import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { styleNonce } from './style-nonce.ts';
import { resolver, theme } from './theme.ts';

/** The scheme follows the operating system. Nothing is kept in localStorage: it lies in plain text on disk. */
const followSystem: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={followSystem}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {children}
      <Notifications
        position="bottom-right"
        classNames={{ root: 'toasts' }}
        autoClose={3500}
        limit={1}
        zIndex={400}
        transitionDuration={0}
      />
    </MantineProvider>
  );
}
