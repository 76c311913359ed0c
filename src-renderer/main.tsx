// First, so that the styles of a screen come after the shared ones and can refine them.
import './ui/css/index.ts';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { start } from './state/start.ts';
import { styleNonce } from './ui/style-nonce.ts';

// react-remove-scroll (inside Mantine's dialogs) makes its own style element and asks get-nonce for the nonce.
setNonce(styleNonce());

// Asked before the page is built: the first picture is then the first screen.
void start();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
