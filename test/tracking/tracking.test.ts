import fc from "fast-check";
import { readTracking, trackingSheets } from "../../src/tracking";
import { randomTracking } from "./random";
import { computedDifferences, toReading } from "./workbook";

describe("the add-in's sheets", () => {
  it("hold all that is known: reading them back gives the same tracking", () => {
    fc.assert(
      fc.property(randomTracking, (tracking) => {
        const reading = toReading(
          trackingSheets(tracking, { calendar: tracking.calendar !== undefined }),
        );
        expect(readTracking(reading).tracking).toEqual(tracking);
      }),
      { numRuns: 300 },
    );
  });

  it("compute what the engine computes, formula by formula", () => {
    fc.assert(
      fc.property(randomTracking, (tracking) => {
        expect(computedDifferences(trackingSheets(tracking))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
