// In this order: what stands later refines what stands before.
import './app.css';
import './top-bar.css';
import './record-panel.css';
import './rail.css';
import './main.css';
import './bars.css';
import './narrow.css';
import './deadline.css';
