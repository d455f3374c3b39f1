// Captions of a talk that nobody gave, in our own words: chapters, two speakers, pauses, and something said at 34:05.
const clock = (seconds: number) =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`

const topics = ['the escapement', 'the mainspring', 'the pendulum', 'the dial', 'the little hammer', 'the winding key', 'the long case']

/** What is said from 34:05 on. */
export const startLine = 'Right. Ten minutes, an empty bench, and no drawings until I say so.'

/** A caption every few seconds from the beginning to the end of 47 minutes, with a pause after every fourth. */
export function talkCaptions(): string {
  const cues: string[] = []
  for (let at = 0, number = 0; at < 2820; at += 30, number += 1) {
    const topic = topics[number % topics.length]
    const begins = at === 2040 ? 2045 : at
    const speaker = number % 6 === 5 ? 'Otto Sample' : 'Ida Example'
    const said =
      at === 2040
        ? [startLine, 'If I get stuck, and I will, I want you to shout before I do.', 'First part: a spring.', 'That is our power.']
        : [
            `Now look at ${topic}, which nobody in this room has oiled since number ${number} was a new idea.`,
            `You turn ${topic} once and listen, and if it complains you turn it back and apologise.`,
            `Every clock I ever met had an opinion about ${topic}, and most of them were right.`,
            `So we leave ${topic} on the cloth and go on.`,
          ]
    said.forEach((words, part) => {
      const from = begins + part * 5
      cues.push(`${clock(from)} --> ${clock(from + 5)}\n<v ${speaker}>${words}`)
    })
  }
  return `WEBVTT\nLanguage: en\n\n${cues.join('\n\n')}\n`
}
