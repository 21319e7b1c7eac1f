import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useSay } from '../words.tsx';
import { Button } from './Controls.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  title: string;
  small?: boolean;
  /** For pages that are read rather than answered. */
  wide?: boolean;
  /** Left out where a trigger beside it opens the sheet. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: (close: () => void) => ReactNode;
}

/** A sheet of paper laid over the table: a dialog with a title and a way out. */
export function Sheet({ title, small, wide, children, ...state }: Props) {
  const say = useSay();
  return (
    <ModalOverlay className="veil" isDismissable {...state}>
      <Modal className={`modal${small ? ' modal-small' : ''}${wide ? ' modal-wide' : ''}`}>
        <Dialog className="dialog">
          {({ close }) => (
            <>
              <header className="dialog-head">
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <Button kind="quiet" aria-label={say('app.close')} onPress={close}>
                  <Icon name="cross" />
                </Button>
              </header>
              <div className="dialog-body">{children(close)}</div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
