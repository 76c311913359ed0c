import type { Session } from 'electron';

/**
 * Threat: camera, microphone, location, devices, notifications, the clipboard's content. The page needs none of them,
 * so none is asked about and none is given. Electron security checklist, item 5: handle permission requests.
 * Electron grants what no handler refuses: both the request and the silent check have one, and so have devices.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
