const LANCZOS = [
	0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
	12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7). */
function logGamma(x: number): number {
	const series = LANCZOS.slice(1).reduce((sum, c, i) => sum + c / (x + i), LANCZOS[0] as number);
	const t = x + 6.5;
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The regularised incomplete beta function I_x(a, b); continued fraction by Lentz (Press et al., Numerical Recipes, 6.4). */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
	return (Math.exp(front) / a) * betaFraction(x, a, b);
}

function betaFraction(x: number, a: number, b: number): number {
	const notZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
	let c = 1;
	let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
	let product = d;
	for (let m = 1; m < 20_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / notZero(1 + even * d);
		c = notZero(1 + even / c);
		product *= c * d;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / notZero(1 + odd * d);
		c = notZero(1 + odd / c);
		product *= c * d;
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return product;
}

/** The x at which I_x(a, b) is p, by bisection. */
function betaQuantile(p: number, a: number, b: number): number {
	let [low, high] = [0, 1];
	for (let step = 0; step < 200 && high - low > 1e-16 * high; step++) {
		const middle = (low + high) / 2;
		if (incompleteBeta(middle, a, b) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** The p-quantile of the F distribution. */
export function quantileF(p: number, df1: number, df2: number): number {
	const x = betaQuantile(p, df1 / 2, df2 / 2);
	return (df2 * x) / (df1 * (1 - x));
}

/** The p-quantile of Student's t for p > 1/2. */
export function quantileT(p: number, df: number): number {
	const x = betaQuantile(2 * (1 - p), df / 2, 0.5);
	return Math.sqrt(df * (1 / x - 1));
}
