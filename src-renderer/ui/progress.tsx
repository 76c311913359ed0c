interface Props {
  readonly label: string;
  /** 0 to 100; null where the end is not known. */
  readonly value: number | null;
}

export function Progress({ label, value }: Props) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(value === null ? {} : { 'aria-valuenow': value })}
    >
      <i className={value === null ? 'unknown' : undefined} style={{ width: `${value ?? 100}%` }} />
    </div>
  );
}
