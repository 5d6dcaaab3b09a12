import '@fontsource-variable/noto-sans-sc/wght.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';

createRoot(document.getElementById('root')!).render(<App />);
