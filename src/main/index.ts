// Electron's entry: opens the window door. Node and browser have doors of their own (cli/, server/).
import { startDesktop } from './desktop/app.ts'
import { keepHeapSmall } from './platform/small-heap.ts'

keepHeapSmall()
startDesktop()
