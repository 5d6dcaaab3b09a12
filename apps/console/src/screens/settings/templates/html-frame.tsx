import { useRef } from 'react';

/**
 * A mail in a frame of its own that can run nothing. The policy of the page holds in there too and refuses inline styles, so
 * they travel under another name and are put on through the object model, which it allows.
 */
export function HtmlFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const dress = () => {
    for (const element of frame.current?.contentDocument?.querySelectorAll<HTMLElement>('[data-style]') ?? [])
      element.style.cssText = element.dataset['style'] ?? '';
  };
  return (
    <iframe
      ref={frame}
      className="html-frame"
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle=/gi, ' data-style=')}
      onLoad={dress}
    />
  );
}
