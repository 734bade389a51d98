/** The size of an image as it is shown, in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}
