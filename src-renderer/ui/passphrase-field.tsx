import { PasswordInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { en } from '../strings/en.ts';
import { Ic } from './ic.tsx';
import { IconEye, IconEyeOff } from './icons.ts';

interface Props {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A passphrase: can be shown, says when Caps Lock is on, is offered to no password store. */
export function PassphraseField({ label, value, onChange, help, error, autoFocus, ref }: Props) {
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        {...(ref === undefined ? {} : { ref })}
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={look}
        onKeyUp={look}
        error={error}
        description={help}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleIcon={({ reveal }) => <Ic of={reveal ? IconEyeOff : IconEye} />}
        visibilityToggleButtonProps={{ 'aria-label': shown ? en.common.hide : en.common.show, tabIndex: 0 }}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus === true}
        // In a dialog, whose focus would else begin at its first button.
        {...(autoFocus === true ? { 'data-autofocus': true } : {})}
        className="field-passphrase"
      />
      <p className="caps" role="status">
        {caps ? en.common.capsLock : ''}
      </p>
    </div>
  );
}
