/** What is pasted there belongs to the note that is being written. */
export const inNoteLine = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.noteline') !== null;

/** Whether something hangs over the note line; the frame that says so lies above it. */
export const overNoteLine = ({ clientX, clientY }: DragEvent): boolean =>
  document.elementsFromPoint(clientX, clientY).some((element) => inNoteLine(element));
