/** Ways to the network that a content security policy does not know. */
const names = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'RTCIceTransport'];

/**
 * Runs in the page's own world, before its scripts. WebRTC binds sockets and asks the system for its addresses even
 * where its packets are forbidden, and Chromium has no switch that takes it away.
 */
export const withoutPeers = `for (const name of ${JSON.stringify(names)}) delete globalThis[name];`;
