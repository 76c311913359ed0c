// In this order: what stands later refines what stands before.
import './tools.css';
import './facets.css';
import './rows.css';
import './pane.css';
import './searches.css';
import './tables.css';
import './narrow.css';
import './findings.css';
