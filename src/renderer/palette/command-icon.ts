// The sign before a command, by the words of the binding; what has none of its own gets the common one.
import {
  Archive,
  ArrowLeft,
  ArrowRight,
  ChevronRight,
  Clock,
  ExternalLink,
  Highlighter,
  Inbox,
  Keyboard,
  type LucideIcon,
  PanelLeft,
  PanelRight,
  Pencil,
  Plus,
  Printer,
  Search,
  Star,
  StickyNote,
  Tag,
  TextSearch,
  Trash2,
  Undo2,
} from 'lucide-react'

const icons: Readonly<Record<string, LucideIcon>> = {
  'Add links': Plus,
  Undo: Undo2,
  Search,
  'These keys': Keyboard,
  Back: ArrowLeft,
  Forward: ArrowRight,
  Archive,
  'Keep for later': Clock,
  'Back to the inbox': Inbox,
  Favourite: Star,
  Tags: Tag,
  Rename: Pencil,
  Delete: Trash2,
  'Original, in the browser': ExternalLink,
  Rail: PanelLeft,
  Outline: PanelLeft,
  Details: PanelRight,
  'Highlights of this article': PanelRight,
  'Highlight, or select a passage with keys': Highlighter,
  'Note on the passage': StickyNote,
  'Find in the text': TextSearch,
  Print: Printer,
}

export function commandIcon(says: string): LucideIcon {
  return icons[says] ?? ChevronRight
}
