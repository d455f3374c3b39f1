// A row that is on its way, at its final height.

export function SkeletonRow({ height, top }: { readonly height: number; readonly top: number }) {
  return (
    <div className="row skel" style={{ height, top }} aria-hidden="true">
      <span className="lead">
        <i />
      </span>
      <div>
        <i className="a" />
        <i className="b" />
      </div>
      <div className="len">
        <i />
      </div>
      <span />
    </div>
  )
}
