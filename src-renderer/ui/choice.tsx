import { type ReactNode, useId } from 'react';

interface Props<Value extends string> {
  readonly legend: ReactNode;
  readonly value: Value;
  /** Each with one sentence that says what it means. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few ways, each with what it means: native radio buttons, one below the other. */
export function Choice<Value extends string>({ legend, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="label">{legend}</legend>
      {options.map((option) => {
        const hint = `${name}-${option.value}`;
        return (
          <div key={option.value} className="choice-row">
            <label>
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
                aria-describedby={hint}
              />
              {option.label}
            </label>
            <p className="meta" id={hint}>
              {option.hint}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
