import { Menu as MantineMenu } from '@mantine/core';
import { Button } from './button.tsx';
import { Ic, type IconType } from './ic.tsx';
import { IconDots } from './icons.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconType;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  /** Three dots where none is given. */
  readonly icon?: IconType;
  /** Said above the items. */
  readonly heading?: string;
  readonly items: readonly MenuItem[];
}

/** Less frequent actions behind three dots. */
export function Menu({ label, icon = IconDots, heading, items }: Props) {
  return (
    <MantineMenu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
    >
      <MantineMenu.Target>
        <Button icon={icon} aria-label={label} title={label} />
      </MantineMenu.Target>
      <MantineMenu.Dropdown>
        {heading === undefined ? null : <MantineMenu.Label>{heading}</MantineMenu.Label>}
        {items.map((item) => (
          <MantineMenu.Item
            key={item.label}
            onClick={item.onChoose}
            leftSection={item.icon === undefined ? undefined : <Ic of={item.icon} />}
          >
            {item.label}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
