/** The app's own mark: rows of a plan, the second one picked out. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6" fill="#0E5169" />
      <rect x="5" y="6" width="14" height="3" rx="1.5" fill="#96CBDE" />
      <rect x="5" y="10.5" width="10" height="3" rx="1.5" fill="#FFFFFF" />
      <rect x="5" y="15" width="12" height="3" rx="1.5" fill="#96CBDE" />
      <circle cx="18" cy="12" r="2" fill="#F7C948" />
    </svg>
  )
}
