// In this order: what stands later refines what stands before.
import './find.css';
import './list.css';
import './row.css';
import './pane.css';
import './narrow.css';
import './filters.css';
import './strip.css';
import './cited.css';
