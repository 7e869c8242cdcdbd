import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { hasMoreToSay } from '../session/open-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { isUnsaved } from '../session/document.ts';
import { CommandItem } from './command-item.tsx';

/** The open roster's name, whether it is saved, and what concerns the file. */
export function FileMenu() {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  if (document === null) return null;
  const unsaved = isUnsaved(document);
  const understood = hasMoreToSay(document);
  return (
    <Menu width={280} withinPortal={false}>
      <Menu.Target>
        <Button
          className="file-name"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${document.name}${unsaved ? ', not saved' : ''}`}
        >
          <span className="file-name-text">{document.name}</span>
          <span className="file-name-dot" data-unsaved={unsaved} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {document.file && document.file.folder !== '' && <Menu.Label>{document.file.folder}</Menu.Label>}
        <CommandItem command="file.save" />
        <CommandItem command="file.saveAs" />
        <CommandItem command="file.merge" />
        <Menu.Divider />
        <Menu.Item
          disabled={!understood}
          onClick={() => {
            session.store.setState({ noticesShown: true });
          }}
        >
          How the file was understood
        </Menu.Item>
        <CommandItem command="file.doctor" />
        <CommandItem command="file.reading" />
        <CommandItem command="columns.map" />
        <Menu.Divider />
        <CommandItem command="file.close" />
      </Menu.Dropdown>
    </Menu>
  );
}
