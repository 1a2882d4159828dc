import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import type { Words } from "../locale";
import { Notice } from "./notice";

/** Says in a sentence that a part of the pane could not be loaded or shown, instead of a blank pane. */
export class PartBoundary extends Component<
  { readonly words: Words; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { trouble, common } = this.props.words;
    return (
      <div role="alert">
        <Notice
          tone="bad"
          // A part whose loading failed once is not asked for again: the pane begins anew.
          actions={<Button onClick={() => location.reload()}>{common.retry}</Button>}
        >
          <b>{trouble.part}</b> {trouble.partAdvice}
        </Notice>
      </div>
    );
  }
}
