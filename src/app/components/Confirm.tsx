import { useSay } from '../words.tsx';
import { Button } from './Controls.tsx';
import { Sheet } from './Sheet.tsx';

interface Props {
  title: string;
  /** What is lost, and whether it comes back. */
  about: string;
  /** The deed itself, as its button says it. */
  deed: string;
  act: () => void;
  /** Nothing happens, or it has been done. */
  close: () => void;
}

/** Asks once more before something goes for good. */
export function Confirm({ title, about, deed, act, close }: Props) {
  const say = useSay();
  return (
    <Sheet title={title} small isOpen onOpenChange={close}>
      {(done) => (
        <>
          <p>{about}</p>
          <div className="actions">
            <Button
              kind="bad"
              onPress={() => {
                done();
                act();
              }}
            >
              {deed}
            </Button>
            <Button onPress={done}>{say('app.cancel')}</Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
