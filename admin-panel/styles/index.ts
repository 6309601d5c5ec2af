import '@atlaskit/css-reset';
import './base.css';
import './shell.css';
import './lists.css';
import './request.css';
