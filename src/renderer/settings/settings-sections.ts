// The sections of the settings, in their order; the address says which one is shown.
import { CaseSensitive, HardDrive, Info, Keyboard, type LucideIcon, Shield, SlidersHorizontal, Stethoscope } from 'lucide-react'
import type { SettingsSection } from '../routes.ts'

export const settingsSections: readonly { readonly name: SettingsSection; readonly title: string; readonly icon: LucideIcon }[] = [
  { name: 'general', title: 'General', icon: SlidersHorizontal },
  { name: 'reading', title: 'Reading', icon: CaseSensitive },
  { name: 'keys', title: 'Keys', icon: Keyboard },
  { name: 'storage', title: 'Storage', icon: HardDrive },
  { name: 'network', title: 'Network', icon: Shield },
  { name: 'diagnostics', title: 'Diagnostics', icon: Stethoscope },
  { name: 'about', title: 'About', icon: Info },
]
