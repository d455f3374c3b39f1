// Tells "this machine has no network" from "that server cannot be reached", without asking anybody outside.
import os from 'node:os'

// Bridges and tunnels of containers and virtual machines are up even when the cable is out.
const virtual = /^(lo|docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman)/i

/** True when no interface of this machine has an address that leads anywhere. */
export function seemsOffline(interfaces: NodeJS.Dict<os.NetworkInterfaceInfo[]> = os.networkInterfaces()): boolean {
  return !Object.entries(interfaces).some(
    ([name, addresses]) => !virtual.test(name) && (addresses ?? []).some((a) => !a.internal && !/^(169\.254\.|fe80:)/i.test(a.address)),
  )
}
