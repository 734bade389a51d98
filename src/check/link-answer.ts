/** What came of asking for an address. */
export interface LinkAnswer {
  /** `dead`: gone for good, as far as can be told. `unreachable`: it may work for others. */
  readonly state: 'alive' | 'dead' | 'unreachable';
  /** Such as `404`, or what went wrong in a few words. */
  readonly reason: string;
  /** Where a redirect led, when it is another page for good. */
  readonly movedTo?: string | undefined;
}
